import { useAsOf } from '../../api/as-of.tsx'
import { useBook } from '../../api/book.tsx'
import { Button } from '../../ui/button.tsx'
import { printOnly } from '../../ui/print.ts'

/** The drawer's name for printing. */
export const EXPLANATION = 'explain'

/** The origin of a figure on paper: for the file beside the sheet it stands on. */
export function PrintExplanation({ ready }: { readonly ready: boolean }) {
  return (
    <Button disabled={!ready} onClick={() => printOnly(EXPLANATION)}>
      打印这个数字的来由
    </Button>
  )
}

/** On paper the window round it is gone: whose figure, and of which day. */
export function PrintedHeading() {
  const book = useBook()
  const { shown, believedOn } = useAsOf()
  return (
    <p className="print-only">
      {book?.name ?? ''} · 截至 {shown}
      {believedOn !== undefined && '（按当时所知）'}
    </p>
  )
}
