/**
 * A pattern written over several lines: line breaks, and the blanks around them, say nothing. Always with `u`; for other flags hand it to
 * `new RegExp`.
 */
export function pattern(written: TemplateStringsArray): RegExp {
  return new RegExp(written.raw.join('').replaceAll(/\s*\n\s*/gu, ''), 'u')
}
