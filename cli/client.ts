import { writeFile } from 'node:fs/promises'
import { CLIENT_FILE, clientTypes } from './client-types.ts'

/** `npm run -s client`: writes the types that programs use to ask us, made from the description of the interface. */
await writeFile(CLIENT_FILE, await clientTypes())
