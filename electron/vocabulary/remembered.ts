/**
 * A function that follows from its text alone, with the answers it gave last: a sheet says the same few words thousands of times, and asks of the
 * same cell in several places. At most twice `many` texts are kept; those not asked for meanwhile go first. Nobody may change an answer.
 */
export function remembered<Answer>(work: (text: string) => Answer, many = 2_000): (text: string) => Answer {
  let recent = new Map<string, Answer>()
  let earlier = recent
  return (text) => {
    // An answer may be undefined or null: that it was given is what counts.
    const known = recent.get(text)
    if (known !== undefined || recent.has(text)) return known as Answer
    const answer = earlier.has(text) ? (earlier.get(text) as Answer) : work(text)
    if (recent.size >= many) {
      earlier = recent
      recent = new Map()
    }
    recent.set(text, answer)
    return answer
  }
}
