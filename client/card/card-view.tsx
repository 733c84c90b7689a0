import type { ComponentChildren } from 'preact'
import type { RuleCardSheet } from '#shared/schema/rule-card.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import { formatDistance, formatMoment } from '../i18n/format.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import type { Dictionary } from '../i18n/zh.ts'

const { zh, en } = DICTIONARIES
const both = (of: (words: Dictionary) => string): Text => ({ zh: of(zh), en: of(en) })

/** A gate's rule card in both languages at once, as it hangs at the gate: who comes may read either. */
export function CardView({ sheet: { gate, zone, always, passes, asks, green_lane, green_lanes, hours, duty_phone, as_of } }: { sheet: RuleCardSheet }) {
  const words = (of: (card: Dictionary['gate']['card']) => string) => both((dictionary) => of(dictionary.gate.card))
  const open = hours ? `${hours.from}–${hours.to}` : null
  return (
    <article class="rule-card" data-kind={zone?.kind}>
      <header>
        <Pair text={zone ? both((t) => t.kind[zone.kind]) : words((card) => card.noZone)} class="kind" />
        <h1><span lang="zh-CN">{gate.name}</span>{gate.name_en !== null && <span lang="en">{gate.name_en}</span>}</h1>
        {zone && <p class="zone">{zone.name}{zone.name_en !== null && <span lang="en"> · {zone.name_en}</span>} <span class="mono">{zone.id}</span></p>}
        {gate.state !== 'staffed' && <Pair text={words((card) => (gate.state === 'planned' ? card.planned : card.suspended))} class="off" />}
      </header>
      <Part title={words((card) => card.always)} class="always"><Pair text={always} /></Part>
      <Part title={words((card) => card.passes)}><Lines items={passes} /></Part>
      {asks.length > 0 && <Part title={words((card) => card.asks)}><Lines items={asks} /></Part>}
      {zone && zone.measures.length > 0 && <Part title={words((card) => card.measures)}><Lines items={zone.measures} /></Part>}
      <Part title={words((card) => card.greenLane)}>
        <Pair text={green_lane} />
        <Lines items={green_lanes.map(({ name, name_en, metres }) => both((t) => `${t === en ? (name_en ?? name) : name}${t.gate.card.away(formatDistance(metres, t === en ? 'en' : 'zh'))}`))} />
      </Part>
      <div class="briefs">
        <Part title={words((card) => card.hours)}><Pair text={open === null ? words((card) => card.allDay) : { zh: open, en: open }} class="big" /></Part>
        {duty_phone !== null && <Part title={words((card) => card.phone)}><a class="big" href={`tel:${duty_phone}`}>{duty_phone}</a></Part>}
      </div>
      <footer>
        {zone && <p>{both((t) => t.gate.card.basis).zh} {both((t) => t.gate.card.basis).en}: {zone.legal_basis.number} · {zone.legal_basis.issuer} · {zone.legal_basis.date} · {zone.authority}</p>}
        {zone && <p>{zone.rule_pack_title.zh} · <span lang="en">{zone.rule_pack_title.en}</span></p>}
        <p>{zh.gate.card.asOf} {formatMoment(as_of, 'zh')} · <span lang="en">{en.gate.card.asOf} {formatMoment(as_of, 'en')}</span></p>
      </footer>
    </article>
  )
}

const Part = ({ title, class: name = '', children }: { title: Text; class?: string; children: ComponentChildren }) => (
  <section class={name}>
    <h2><span lang="zh-CN">{title.zh}</span> <span lang="en">{title.en}</span></h2>
    {children}
  </section>
)

/** One thing in both languages; numbers that are the same in both stand once. */
const Pair = ({ text, class: name = '' }: { text: Text; class?: string }) => (
  <p class={`pair ${name}`}><span lang="zh-CN">{text.zh}</span>{text.en !== text.zh && <span lang="en">{text.en}</span>}</p>
)

const Lines = ({ items }: { items: readonly Text[] }) => (
  <ul>{items.map((item) => <li key={item.zh} class="pair"><span lang="zh-CN">{item.zh}</span><span lang="en">{item.en}</span></li>)}</ul>
)
