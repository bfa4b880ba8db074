import { useState } from 'react'
import type { PackDetailView, PackParameterView } from '../../../electron/contract/pack-shapes.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ParameterForm } from './parameter-form.tsx'

/** Every threshold with the document that gives it; the locality's own and the masked ones marked by a word. */
export function ParameterTable({ pack }: { readonly pack: PackDetailView }) {
  const [edited, setEdited] = useState<string | null>(null)
  const parameter = pack.parameters.find((one) => one.name === edited)
  return (
    <>
      <table className="grid packs-table packs-parameters" aria-label="参数">
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">值</th>
            <th scope="col">文件与原文</th>
            <th scope="col">用于规则</th>
            {pack.local && (
              <th scope="col">
                <span className="visually-hidden">改动</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {pack.parameters.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.title}</th>
              <td>
                {one.value === null ? <Tag look="amber">参数缺失</Tag> : one.text}
                {one.own && <div className="quiet">本地；原为 {one.baseText}</div>}
              </td>
              <td>
                <Basis parameter={one} />
              </td>
              <td className="quiet">{one.rules.length === 0 ? '—' : one.rules.join('、')}</td>
              {pack.local && (
                <td>
                  <Button small aria-label={`改${one.title}`} onClick={() => setEdited(one.name)}>
                    改
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {parameter !== undefined && (
        <ParameterForm key={parameter.name} pack={pack} parameter={parameter} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function Basis({ parameter }: { readonly parameter: PackParameterView }) {
  const { document, documentNumber, date, clause } = parameter
  const head = documentNumber !== null && documentNumber !== document ? `${document}（${documentNumber}）` : document
  return (
    <>
      {head}
      {date !== null && <span className="nowrap"> {date}</span>}
      {clause !== null && <div className="quiet">“{clause}”</div>}
    </>
  )
}
