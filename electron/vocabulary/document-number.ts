/** Stands where a paper is meant whose 文号 nobody has given yet. It is no number: nothing official prints it. */
export const NUMBER_PENDING = '文号待补'

/** True where a number was given. */
export function isNumber(documentNumber: string | null | undefined): documentNumber is string {
  return (
    documentNumber !== null && documentNumber !== undefined && !['', NUMBER_PENDING].includes(documentNumber.trim())
  )
}
