import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { upload, write } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SchemeImported } from '../../api/schema';
import { points } from '../../shared/format';
import { Page } from '../../shared/Page';
import { useWords } from '../../shared/words';
import type { SchemeDefinition } from './definition';
import { DesignTabs } from './DesignTabs';
import { ExtrasTab } from './ExtrasTab';
import { FactsTab } from './FactsTab';
import { FindingsProvider } from './Field';
import { GradesTab } from './GradesTab';
import { IndicatorsTab } from './IndicatorsTab';
import type { DesignTab, Finding } from './problems';
import { SettingsTab } from './SettingsTab';

/** A scheme at work in all its parts, checked by the service while it is written. */
export function Designer({ initial, taken }: { initial: SchemeDefinition; taken?: string[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [definition, setDefinition] = useState(initial);
  const [start] = useState(initial);
  const [tab, setTab] = useState<DesignTab>(taken ? 'settings' : 'indicators');
  // Kept here, so that who goes to add a data item comes back to the same node.
  const [node, setNode] = useState<string>();
  const { findings, problems } = useCheck(definition);
  const save = useMutation({
    mutationFn: () => upload<SchemeImported>('/schemes/import', new Blob([JSON.stringify(definition)], { type: 'application/json' }), 'application/json'),
    onSuccess: async (imported) => {
      message.success(words.schemes.imported);
      await queries.invalidateQueries();
      navigate(`/schemes/${imported.code}/${imported.version}`);
    },
    onError: (error) => modal.error({
      title: words.errors.failed,
      content: <>{error.message}{error instanceof Problem && <ul>{Object.entries(error.fields).flatMap(([path, texts]) => texts.map((t) => <li key={path + t}><code>{path}</code> {t}</li>))}</ul>}</>,
    }),
  });
  const isChanged = definition !== start && !save.isSuccess;
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
  const total = definition.sections.reduce((sum, section) => sum + section.max, 0);
  const pages = {
    indicators: <IndicatorsTab definition={definition} change={setDefinition} selected={node} onSelect={setNode} />,
    facts: <FactsTab definition={definition} change={setDefinition} />,
    extras: <ExtrasTab definition={definition} change={setDefinition} />,
    grades: <GradesTab definition={definition} change={setDefinition} />,
    settings: <SettingsTab definition={definition} change={setDefinition} taken={taken} />,
  };
  return (
    <FindingsProvider value={findings}>
      <Page
        title={`${definition.name} · ${words.schemes.design}`}
        tools={(
          <>
            {isChanged && <span style={{ fontSize: 13 }}>{words.design.unsaved}</span>}
            <Tag>{words.schemes.max} {points(total)}</Tag>
            <Tag color={problems > 0 ? 'error' : 'success'}>{words.schemes.problems} {problems}</Tag>
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>{words.schemes.saveDraft}</Button>
          </>
        )}
      >
        <DesignTabs tab={tab} onChange={setTab}>{pages[tab]}</DesignTabs>
      </Page>
    </FindingsProvider>
  );
}

/** What the service says about the scheme, a pause after the last change. */
function useCheck(definition: SchemeDefinition): { findings: Finding[]; problems: number } {
  const settled = useDeferredValue(definition);
  const check = useQuery({
    queryKey: ['scheme-check', settled], gcTime: 0, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      // A pause in typing comes before each question.
      await new Promise((go, stop) => { setTimeout(go, 400); signal.addEventListener('abort', () => stop(new DOMException('', 'AbortError'))); });
      return (await write('POST /schemes/check', { body: { definition: settled } })).body;
    },
  });
  return useMemo(() => {
    const { problems = [], warnings = [] } = check.data ?? {};
    return { problems: problems.length, findings: [...problems.map((p): Finding => ({ ...p, kind: 'problem' })), ...warnings.map((w): Finding => ({ ...w, kind: 'warning' }))] };
  }, [check.data]);
}
