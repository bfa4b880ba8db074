import { setDisplay, useDisplay } from '../../api/display.ts'
import { DISPLAY_LOOK_TITLES, DISPLAY_LOOKS, DISPLAY_SIZES } from '../../../electron/vocabulary/display.ts'
import { Page, Sheet } from '../../ui/page.tsx'
import './display.css'

/** 显示: how large and how light; seen at once, kept for every book. */
export function DisplayScreen() {
  const { size, look } = useDisplay()
  return (
    <Page title="显示" note="改了马上看到，下次打开还是这样；打印和导出不受影响">
      <Sheet title="字的大小" note="也可以按 Ctrl +、Ctrl −，Ctrl 0 恢复；或按住 Ctrl 转滚轮">
        <div className="display-choices" role="radiogroup" aria-label="字的大小">
          {DISPLAY_SIZES.map((one) => (
            <label key={one} className="display-choice">
              <input type="radio" name="size" checked={one === size} onChange={() => setDisplay({ size: one })} />
              <span className="number">{one}%</span>
            </label>
          ))}
        </div>
      </Sheet>
      <Sheet title="深浅" note="公示、报表的纸样总是白纸黑字">
        <div className="display-choices" role="radiogroup" aria-label="深浅">
          {DISPLAY_LOOKS.map((one) => (
            <label key={one} className="display-choice">
              <input type="radio" name="look" checked={one === look} onChange={() => setDisplay({ look: one })} />
              <span>{DISPLAY_LOOK_TITLES[one]}</span>
            </label>
          ))}
        </div>
        <p className="sheet-line quiet">Windows 里开了“对比度主题”的，本程序跟着变；状态都有字和形，不靠颜色分。</p>
      </Sheet>
    </Page>
  )
}
