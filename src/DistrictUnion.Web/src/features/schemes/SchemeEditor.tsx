import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { get } from '../../api/client';
import { Loaded } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { emptyDefinition, readDefinition } from './definition';
import { Designer } from './Designer';

/** Designs a scheme: from one version to the draft of the next, or from nothing. */
export default function SchemeEditor() {
  const { scheme, version = '' } = useParams();
  return scheme ? <NextVersion scheme={scheme} version={version} /> : <NewScheme />;
}

function NextVersion({ scheme, version }: { scheme: string; version: string }) {
  const current = useQuery({
    queryKey: ['scheme-to-edit', scheme, version], gcTime: 0, staleTime: Infinity,
    queryFn: ({ signal }) => get('GET /schemes/{scheme}/versions/{number}', { path: { scheme, number: version }, signal }),
  });
  return <Loaded of={[current]}>{() => <Designer initial={readDefinition(current.data!.definition)} />}</Loaded>;
}

function NewScheme() {
  const words = useWords();
  const schemes = useQuery({ queryKey: ['schemes'], queryFn: ({ signal }) => get('GET /schemes', { query: { pageSize: 200 }, signal }) });
  const initial = useMemo(() => emptyDefinition(words.design.newName, words.design.newSection, words.schemes.newLeaf), [words]);
  return <Loaded of={[schemes]}>{() => <Designer initial={initial} taken={schemes.data!.items.map((s) => s.code)} />}</Loaded>;
}
