import { useSignal } from '@preact/signals'
import type { SearchHit } from '#shared/schema/search-hit.ts'
import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'
import { showHit } from '../state/show-hit.ts'
import { Icon } from '../ui/icon.tsx'

/** One field for addresses, places, areas and zones: a combobox as ARIA has it. */
export function SearchBox({ app }: { app: App }) {
  const { t } = useText()
  const open = useSignal(false)
  const at = useSignal(0)
  const hits = app.search.hits.value
  const choose = (hit: SearchHit) => {
    open.value = false
    showHit(app, hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = hits?.length ?? 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (count > 0) at.value = (at.value + (event.key === 'ArrowDown' ? 1 : -1) + count) % count
      open.value = true
    } else if (event.key === 'Enter' && !event.isComposing) {
      const hit = hits?.[at.value]
      if (hit) choose(hit)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (open.value && hits) open.value = false
      else app.search.words.value = ''
    }
  }
  const shown = open.value && hits !== null
  return (
    <div class="search" role="search" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) open.value = false }}>
      <Icon name="search" />
      <input
        id="search" class="input" type="text" role="combobox" autocomplete="off" spellcheck={false}
        aria-label={t.top.search} placeholder={window.innerWidth < 1300 ? t.top.searchShort : t.top.search}
        aria-expanded={shown} aria-controls="search-hits" aria-autocomplete="list"
        {...(shown && hits.length > 0 ? { 'aria-activedescendant': `hit-${at.value}` } : {})}
        value={app.search.words.value}
        onInput={(event) => { app.search.words.value = event.currentTarget.value; at.value = 0; open.value = true }}
        onFocus={() => (open.value = true)}
        onKeyDown={onKeyDown}
      />
      {shown && hits.length === 0 && <div class="hits"><p class="none" role="status">{t.top.searchNone}</p></div>}
      {shown && hits.length > 0 && (
        <ul class="hits" id="search-hits" role="listbox" aria-label={t.top.search}>
          {hits.map((hit, index) => (
            <li key={`${hit.type}${hit.id}`} id={`hit-${index}`} class="hit" role="option" aria-selected={index === at.value} onMouseMove={() => (at.value = index)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(hit)}>
              <span class="title">{hit.title}</span>
              {hit.subtitle !== '' && <span class="sub">{hit.subtitle}</span>}
              <span class="type">{hitType(hit, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function hitType(hit: SearchHit, t: ReturnType<typeof useText>['t']): string {
  const kinds: Record<SearchHit['type'], Record<string, string>> = { address: {}, place: t.place, area: t.level, zone: t.kind, checkpoint: t.tier }
  return (hit.kind !== undefined && kinds[hit.type][hit.kind]) || t.hit[hit.type]
}
