import { contactHref } from '../links.ts'

/** The operator's contact as a link where it is one; says so when none is set. */
export function ContactLine({ contact }: { contact: string | null }) {
  if (contact === null || contact.trim() === '') {
    return (
      <p>
        <strong>No contact is set up here.</strong> Whoever runs this copy of Foothold has not named
        an address yet. Until then, ask the person who gave you this link.
      </p>
    )
  }
  const href = contactHref(contact)
  return <p class="contact">Write to {href === null ? contact : <a href={href}>{contact}</a>}.</p>
}
