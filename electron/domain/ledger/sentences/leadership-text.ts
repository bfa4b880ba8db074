/** "3 名（正职 1、副职 2）"; the number alone where the document does not divide it. */
export function leadershipText({
  amount,
  chief,
  deputy,
}: {
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
}): string {
  const parts = [...(chief === null ? [] : [`正职 ${chief}`]), ...(deputy === null ? [] : [`副职 ${deputy}`])]
  return parts.length === 0 ? `${amount} 名` : `${amount} 名（${parts.join('、')}）`
}
