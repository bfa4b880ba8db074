import { buildSnapshot, seat } from '/work/main/tests/kit/snapshot.ts'
import { computeFigures } from '/work/main/electron/domain/quota/figures.ts'
import { checkBook } from '/work/main/electron/domain/rules/check-book.ts'
import { splitRoster } from '/work/main/electron/domain/roster/split-roster.ts'
const units = Array.from({length:200},(_,i)=>({name:`机构${i}`,kind:(i%2?'institution':'office') as any,quotas:i%2?{institution:48}:{administrative:51}}))
const people = Array.from({length:10000},(_,i)=>({name:`人${i}`,sex:(i%3?'男':'女') as any,holdings:[seat(`机构${i%200}`,i%2?'institution':'administrative',{enteredOn:`20${String(i%20).padStart(2,'0')}-0${1+i%9}`}),...(i%50===0?[{unit:'机构1',kind:'concurrent' as const}]:[]),...(i%60===0?[{kind:'secondedOut' as const,counterpart:'县'}]:[])]}))
for (const packId of ['none','seed-000']) {
const make=()=>buildSnapshot({units,people,packId,packFrom:'2006-11-01'})
for(let k=0;k<1;k++){
const snap=make();const u0=process.cpuUsage();const t0=performance.now(); const f=computeFigures(snap); const t1=performance.now(); const c=checkBook(snap,f); const t2=performance.now(); const r=splitRoster(snap,f,c); const t3=performance.now();const u=process.cpuUsage(u0);console.log('cpu',(u.user+u.system)/1000)
console.log(packId,(t1-t0).toFixed(1),(t2-t1).toFixed(1),(t3-t2).toFixed(1),'total',(t3-t0).toFixed(1),c.length,r.length)
}}
