import { setDisplay, sizeBeside, useDisplay } from '../api/display.ts'
import { DISPLAY_SIZES } from '../../electron/vocabulary/display.ts'
import './size-steps.css'

/** 小 100% 大: the size of everything, a step at a time; always at the same place. */
export function SizeSteps() {
  const { size } = useDisplay()
  return (
    <div className="size-steps" role="group" aria-label="字的大小">
      <button
        type="button"
        aria-label="缩小，Ctrl −"
        title="缩小（Ctrl −）"
        aria-disabled={size === DISPLAY_SIZES[0]}
        onClick={() => setDisplay({ size: sizeBeside(size, -1) })}
      >
        小
      </button>
      <span className="number" role="status" aria-label={`现在 ${size}%`}>
        {size}%
      </span>
      <button
        type="button"
        aria-label="放大，Ctrl +"
        title="放大（Ctrl +）"
        aria-disabled={size === DISPLAY_SIZES.at(-1)}
        onClick={() => setDisplay({ size: sizeBeside(size, 1) })}
      >
        大
      </button>
    </div>
  )
}
