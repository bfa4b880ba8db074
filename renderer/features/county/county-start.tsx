import { useState } from 'react'
import { COUNTY_LEVEL_LIST, type CountyLevel } from '../../../electron/vocabulary/county.ts'
import { useBook } from '../../api/book.tsx'
import { call, toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { newTaskId, useTask } from '../../api/use-task.ts'
import { BookFolders } from '../../parts/book-folders.tsx'
import { newPasswordProblem } from '../../parts/new-password.ts'
import { choicesOf } from '../../text/choices.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useRoute } from '../../ui/route.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastRefused } from '../../ui/toast.tsx'

/** No 主管本 is open: open one, make one, or look at the sample city. */
export function CountyStart() {
  const book = useBook()
  return (
    <Page
      title="主管本"
      note={<span>编办用：把各乡镇的上报数据包收到一本里，汇总、核对、答复</span>}
      actions={<a href={hrefTo('start')}>回到开始</a>}
    >
      {book?.open === true && <p className="amber">打开主管本会先收好现在这本“{book.name}”。</p>}
      <div className="county-start">
        <OpenCounty />
        <CreateCounty />
        <SampleCity />
      </div>
    </Page>
  )
}

function OpenCounty() {
  const { params } = useRoute()
  const open = useCommand('county.open')
  const [path, setPath] = useState(params['open'] ?? '')
  const [password, setPassword] = useState('')
  const [browsing, setBrowsing] = useState(false)
  const asks = open.error?.code === 'password_required' || open.error?.code === 'wrong_password'
  const run = (chosen: string) => void open.run({ path: chosen, ...(password === '' ? {} : { password }) })
  return (
    <Sheet title="打开">
      <div className="county-form">
        {path !== '' && <p className="county-path">{path}</p>}
        {asks && (
          <FormGrid>
            <Field label="密码">
              {(ids) => <TextInput {...ids} type="password" value={password} onChange={setPassword} />}
            </Field>
          </FormGrid>
        )}
        <ErrorLine error={open.error} />
        <div className="county-line">
          {path !== '' && (
            <Button look="main" busy={open.busy} onClick={() => run(path)}>
              打开
            </Button>
          )}
          <Button onClick={() => setBrowsing(true)}>浏览文件夹…</Button>
        </div>
      </div>
      {browsing && (
        <BookFolders
          title="选择主管本"
          onChooseBook={(chosen) => {
            setPath(chosen)
            setBrowsing(false)
            run(chosen)
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
    </Sheet>
  )
}

function CreateCounty() {
  const create = useCommand('county.create')
  const [name, setName] = useState('')
  const [level, setLevel] = useState<CountyLevel>('county')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState({ first: '', again: '' })
  const [tried, setTried] = useState(false)
  const wanted = password.first !== '' || password.again !== ''
  const problem = wanted ? newPasswordProblem(password, [name]) : null
  const submit = () => {
    setTried(true)
    if (name.trim() === '' || problem !== null) return
    void create.run({
      name: name.trim(),
      level,
      ...(code.trim() === '' ? {} : { code: code.trim() }),
      ...(wanted ? { password: password.first } : {}),
    })
  }
  return (
    <Sheet title="新建">
      <form
        className="county-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormGrid>
          <Field label="名称" required {...(tried && name.trim() === '' ? { error: '请写上县市的名称' } : {})}>
            {(ids) => <TextInput {...ids} value={name} onChange={setName} placeholder="例如：某县" />}
          </Field>
          <Field label="哪一级">
            {(ids) => <Select {...ids} value={level} onChange={setLevel} choices={choicesOf(COUNTY_LEVEL_LIST)} />}
          </Field>
          <Field label="区划代码" hint="填了，别处的乡镇拿错文件会退回">
            {(ids) => <TextInput {...ids} mono value={code} onChange={setCode} />}
          </Field>
          <Field label="密码" hint="里面有各乡镇的姓名；设了密码整个文件加密，忘了打不开">
            {(ids) => (
              <TextInput
                {...ids}
                type="password"
                value={password.first}
                onChange={(first) => setPassword((now) => ({ ...now, first }))}
              />
            )}
          </Field>
          {wanted && (
            <Field label="再输一次" {...(tried && problem !== null ? { error: problem } : {})}>
              {(ids) => (
                <TextInput
                  {...ids}
                  type="password"
                  value={password.again}
                  onChange={(again) => setPassword((now) => ({ ...now, again }))}
                />
              )}
            </Field>
          )}
        </FormGrid>
        <ErrorLine error={create.error} />
        <div>
          <Button type="submit" look="main" busy={create.busy} data-testid="create-county">
            新建主管本
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

function SampleCity() {
  const [taskId, setTaskId] = useState<string | null>(null)
  const progress = useTask(taskId)
  const run = async () => {
    const task = newTaskId()
    setTaskId(task)
    try {
      await call('county.create', { name: '示例市', level: 'city', code: '9910' })
      await call('county.fillSample', { taskId: task })
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    }
    setTaskId(null)
  }
  return (
    <Sheet title="示例市">
      <div className="county-form">
        <p>249 个乡镇改革成 184 个，编制和职数与公开的报告一样，人员是编的。准备要几十秒。</p>
        {taskId === null ? (
          <div>
            <Button onClick={() => void run()}>打开示例市</Button>
          </div>
        ) : (
          <Progress phase={progress?.phase ?? '建立示例'} done={progress?.done ?? 0} total={progress?.total ?? 0} />
        )}
      </div>
    </Sheet>
  )
}
