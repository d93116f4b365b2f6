import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSourceList } from '../workers/seed.ts'
import { ADAPTERS } from '../workers/sources/index.ts'
import { sourcesDocument } from '../workers/sources-document.ts'

/** `npm run docs:sources`: writes docs/sources.md from the adapters and the shipped list. */
const path = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))
const kinds = readSourceList(path('seeds/sources.jsonl')).map((line) => line.kind)
writeFileSync(path('docs/sources.md'), sourcesDocument(ADAPTERS, kinds))
console.log(`docs/sources.md: ${ADAPTERS.length} platforms.`)
