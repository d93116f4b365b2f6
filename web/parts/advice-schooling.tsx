import { MOST_SCHOOL_LINES, schoolField } from '../../core/domain/profile-form/fields.ts'
import { EDUCATION_LEVELS } from '../../core/domain/tags.ts'
import { EDUCATION_WORDS } from '../words.ts'
import { type FormState, Group, SelectField, TextField, faultOf, one } from './form-fields.tsx'

const PARTS = ['level', 'field', 'status', 'ends', 'credits', 'accredited', 'note'] as const
const LEVELS = EDUCATION_LEVELS.map((level) => [level, EDUCATION_WORDS[level]] as const)

function SchoolLine({ state, line }: { state: FormState; line: number }) {
  const at = (part: (typeof PARTS)[number]) => schoolField(part, line)
  return (
    <Group
      state={state}
      field={`education${line > 1 ? `_${line}` : ''}`}
      legend={<>Schooling{line > 1 && <span data-name> ({line})</span>}</>}
    >
      <div class="work-line two">
        <SelectField
          state={state}
          field={at('level')}
          label={line === 1 ? 'Highest level' : 'Level'}
          options={line === 1 ? [['none', 'None of these yet'], ...LEVELS] : LEVELS}
        />
        <TextField state={state} field={at('field')} label="In what? (for example, coding)" />
        <SelectField
          state={state}
          field={at('status')}
          label="Finished?"
          options={[
            ['complete', 'Yes'],
            ['in_progress', 'Still studying'],
          ]}
        />
        <TextField
          state={state}
          field={at('ends')}
          label="When did it end, or will it? (month and year)"
        />
        <SelectField
          state={state}
          field={at('accredited')}
          label={
            <>
              Is it accredited for health information by{' '}
              <abbr title="Commission on Accreditation for Health Informatics and Information Management Education">
                CAHIIM
              </abbr>
              ?
            </>
          }
          none="Not sure"
          options={[
            ['yes', 'Yes'],
            ['no', 'No'],
          ]}
        />
        <TextField state={state} field={at('credits')} label="College credits, if you know them" />
        <TextField state={state} field={at('note')} label="Anything else about it" />
      </div>
    </Group>
  )
}

/** Lines of schooling: all that hold something, and one spare. */
export function Schooling({ state }: { state: FormState }) {
  let last = 0
  for (let line = 1; line <= MOST_SCHOOL_LINES; line += 1) {
    const fields = PARTS.map((part) => schoolField(part, line))
    if (fields.some((f) => one(state, f) !== '' || faultOf(state, f) !== undefined)) last = line
  }
  const lines = Array.from({ length: Math.min(MOST_SCHOOL_LINES, last + 1) }, (_, at) => at + 1)
  return (
    <>
      {lines.map((line) => (
        <SchoolLine key={line} state={state} line={line} />
      ))}
    </>
  )
}
