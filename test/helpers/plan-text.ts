import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from '../../core/store/schema.ts'

interface PlanNode {
  'Node Type': string
  Strategy?: string
  'Subplan Name'?: string
  'Relation Name'?: string
  'Index Name'?: string
  'CTE Name'?: string
  'Function Name'?: string
  'Index Cond'?: string
  Plans?: PlanNode[]
}

/**
 * A statement's plan in lines that servers of different versions and sizes agree on: what is read, by which
 * index under which condition, and how it is put together. Constants are shown as "…".
 */
export async function planText(
  db: Kysely<Database>,
  statement: RawBuilder<unknown>,
): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>`
    explain (costs off, format json) ${statement}`.execute(db)
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  return plan === undefined ? '' : `${linesOf(plan, '').join('\n')}\n`
}

/** Steps that hand rows on, and differ between versions. */
const PASSING = new Set(['Subquery Scan', 'Result', 'ProjectSet', 'Append', 'Materialize'])

function linesOf(node: PlanNode, indent: string): string[] {
  const name = node['Subplan Name']
  const passes = PASSING.has(node['Node Type'])
  const own = passes && name === undefined ? [] : [indent + describe(node)]
  const deeper = own.length === 0 ? indent : `${indent}  `
  return [...own, ...(node.Plans ?? []).flatMap((child) => linesOf(child, deeper))]
}

function describe(node: PlanNode): string {
  const what =
    node['Relation Name'] ?? node['Index Name'] ?? node['CTE Name'] ?? node['Function Name']
  const parts = [
    node['Subplan Name'] === undefined ? '' : `${node['Subplan Name']}: `,
    node.Strategy === undefined ? '' : `${node.Strategy} `,
    node['Node Type'],
    what === undefined ? '' : ` of ${what}`,
    node['Relation Name'] !== undefined && node['Index Name'] !== undefined
      ? ` by ${node['Index Name']}`
      : '',
    node['Index Cond'] === undefined ? '' : ` (${withoutConstants(node['Index Cond'])})`,
  ]
  return parts.join('')
}

const withoutConstants = (condition: string): string =>
  condition.replace(/'(?:[^']|'')*'(?:::[a-z]+(?:\[\])?)?/g, '…').replace(/\b\d+\b/g, '…')
