import './start.css'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { hrefTo } from '../../text/paths.ts'
import { SizeSteps } from '../../parts/size-steps.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorLine, ErrorState, Skeleton } from '../../ui/states.tsx'
import { CreateBook } from './create-book.tsx'
import { OpenBook } from './open-book.tsx'
import { enterBook } from './enter-book.ts'

/** No book is open yet: look at the sample, make one's own, or open one. Three offers, one screen. */
export function StartScreen() {
  const status = useQuery('book.status', {})
  if (status.error !== null && status.data === undefined)
    return <ErrorState error={status.error} onRetry={status.refetch} />
  return (
    <div className="start">
      <header className="start-head">
        <h1>定编</h1>
        <p>
          乡镇编制实名制台账。一个乡镇一本编制本，就是本机上的一个文件；程序不连网络。 编办汇总各乡镇，用
          <a href={hrefTo('county')}>主管本</a>。
          {status.data?.open === true && <a href={hrefTo('overview')}> 返回“{status.data.name}”</a>}
        </p>
      </header>
      {status.data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <div className="start-offers">
          <SampleOffer />
          <CreateBook dataFolder={status.data.dataFolder} />
          <OpenBook recent={status.data.recent} dataFolder={status.data.dataFolder} />
        </div>
      )}
      <footer className="start-foot">
        <SizeSteps />
        {status.data !== undefined && (
          <>
            编制本默认存放在 {status.data.dataFolder}　·　版本 {status.data.version}
          </>
        )}
      </footer>
    </div>
  )
}

function SampleOffer() {
  const open = useCommand('book.openSample')
  const start = async () => {
    if ((await open.run({})) !== null) enterBook('overview')
  }
  return (
    <section className="start-offer" aria-labelledby="start-sample">
      <h2 id="start-sample">先看看示例乡</h2>
      <p>
        山溪乡是虚构的：15 条编制，49 名在职人员，另有编外 3 人、借入 1
        人。里面特意留了超编、混编、身份证号重号等问题，可以放心点开、试改。
      </p>
      <p>示例是单独的一本，不影响您自己的编制本。</p>
      <ErrorLine error={open.error} />
      <div className="start-action">
        <Button look="main" busy={open.busy} onClick={() => void start()} data-testid="open-sample">
          {open.busy ? '正在准备示例…' : '打开示例乡'}
        </Button>
      </div>
    </section>
  )
}
