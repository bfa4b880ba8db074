import { useEffect, useRef } from 'react'
import { hrefTo } from '../../text/paths.ts'
import { hrefOfDoor } from '../../text/manual/chapters.ts'
import type { ManualChapter, ManualJob } from '../../text/manual/manual-job.ts'
import { Sheet } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LawLink } from '../../parts/law-link.tsx'

interface JobsPartProps {
  readonly chapters: readonly ManualChapter[]
  /** The job the address asks for: scrolled to. */
  readonly wanted: string | undefined
}

/** How each job of the year is done here, chapter by chapter. */
export function JobsPart({ chapters, wanted }: JobsPartProps) {
  if (chapters.length === 0) return <EmptyState text="手册里没有这样的事。换个说法再找。" />
  return chapters.map((chapter) => (
    <Sheet key={chapter.title} title={chapter.title}>
      <div className="manual-jobs">
        {chapter.jobs.map((job) => (
          <Job key={job.id} job={job} wanted={job.id === wanted} />
        ))}
      </div>
    </Sheet>
  ))
}

function Job({ job, wanted }: { readonly job: ManualJob; readonly wanted: boolean }) {
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted) element.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  return (
    <article ref={element} className={wanted ? 'manual-job manual-wanted' : 'manual-job'} data-testid={`job-${job.id}`}>
      <h3>{job.title}</h3>
      <p className="manual-when">{job.when}</p>
      <ol>
        {job.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {job.beware !== undefined && <p className="manual-beware">注意：{job.beware}</p>}
      <p className="manual-doors">
        {job.doors.map((door) => (
          <a key={door.says} href={hrefOfDoor(door)}>
            {door.says} →
          </a>
        ))}
      </p>
      {job.laws !== undefined && (
        <p className="manual-laws">
          条款：
          {job.laws.map(([lawId, article]) => (
            <LawLink key={`${lawId}${article ?? ''}`} lawId={lawId} article={article ?? null} />
          ))}
          <a href={hrefTo('help', { part: 'rules', q: job.title.slice(0, 2) })} className="no-print">
            相关规则
          </a>
        </p>
      )}
    </article>
  )
}
