/** What quotation is compared by: brackets of either width, without blanks. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s《》]/gu, '')
    .replaceAll(/[“”"]/gu, '"')
}
