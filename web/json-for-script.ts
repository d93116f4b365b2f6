/**
 * JSON that may stand inside a script element: nothing in it can end the element, open a comment, or break
 * a line where old parsers see one.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
