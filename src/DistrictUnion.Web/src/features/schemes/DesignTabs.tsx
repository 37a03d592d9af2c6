import { Tag } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../../shared/words';
import { useFindings } from './Field';
import { tabOf, tabs, type DesignTab } from './problems';

/** The parts of a scheme behind tabs that wrap on small screens; those of antd hide what doesn't fit in a menu that axe refuses. */
export function DesignTabs({ tab, onChange, children }: { tab: DesignTab; onChange: (tab: DesignTab) => void; children: ReactNode }) {
  const words = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const step = (e: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by) return;
    const next = (tabs.indexOf(tab) + by + tabs.length) % tabs.length;
    onChange(tabs[next]!);
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div ref={bar} role="tablist" aria-label={words.schemes.design} className="design-tabs" onKeyDown={step}>
        {tabs.map((key) => (
          <button key={key} type="button" role="tab" id={`design-${key}`} aria-selected={key === tab} aria-controls="design-panel" tabIndex={key === tab ? 0 : -1} onClick={() => onChange(key)}>
            {words.design.tabs[key]}<Counts tab={key} />
          </button>
        ))}
      </div>
      <div id="design-panel" role="tabpanel" aria-labelledby={`design-${tab}`}>{children}</div>
    </>
  );
}

/** How much is wrong on a tab, and how much is only worth a look. */
function Counts({ tab }: { tab: DesignTab }) {
  const words = useWords();
  const findings = useFindings().filter((f) => tabOf(f.path) === tab);
  return ([['problem', 'error', words.schemes.problems], ['warning', 'warning', words.schemes.warnings]] as const).map(([kind, color, title]) => {
    const count = findings.filter((f) => f.kind === kind).length;
    return count > 0 && <Tag key={kind} color={color} title={title} style={{ marginInlineStart: 6, marginInlineEnd: 0, paddingInline: 5 }}>{count}</Tag>;
  });
}
