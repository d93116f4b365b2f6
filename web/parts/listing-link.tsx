import type { ListingName } from '../advice-view.ts'
import { listingPath } from '../paths.ts'

/** A listing by its name, with who hires and where as far as they are known. */
export function ListingLink({ id, name }: { id: number; name: ListingName | undefined }) {
  const more = [name?.employer, name?.place].filter((part) => part != null && part !== '')
  return (
    <span data-name>
      <a href={listingPath(id)}>{name?.title ?? `Listing ${id}`}</a>
      {more.length > 0 && <span class="quiet">, {more.join(', ')}</span>}
      {name?.doubtful === true && <strong class="doubtful"> May be a fraud: look twice.</strong>}
    </span>
  )
}
