/** 山溪乡编公示〔2026〕1号: by township and year of posting. The year counts on through a change of the township's name. */
export function nextNoticeNumber(township: string, year: string, issued: readonly string[]): string {
  const taken = issued.flatMap((number) => {
    const match = /〔(\d{4})〕(\d+)号$/.exec(number)
    return match?.[1] === year ? [Number(match[2])] : []
  })
  return `${township}编公示〔${year}〕${Math.max(0, ...taken) + 1}号`
}
