import { Button, Select, Tag } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Loaded, Nothing, Page } from '../../shared/Page';
import { useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { useCompleteness } from '../rounds/queries';
import { SchoolReview } from './SchoolReview';

/** The workbench: the list of schools that wait, and one school's leaves with the three scores. */
export default function ReviewPage() {
  const { round = '', school } = useParams();
  const words = useWords();
  const role = useRole();
  const navigate = useNavigate();
  const completeness = useCompleteness(round);
  const [unreviewedOnly, setUnreviewedOnly] = useState(true);
  const barred = completeness.data?.barred ?? [];
  const waits = ({ progress, school: code, toConfirm }: { progress: string; school: string; toConfirm: number }) => !barred.includes(code) && (toConfirm > 0 || progress === 'submitted' || (role !== 'zoneLead' && progress === 'zoneReviewed'));
  const handedIn = useMemo(() => (completeness.data?.schools ?? []).filter((s) => s.progress !== 'draft'), [completeness.data]);
  const listed = handedIn.filter((s) => !unreviewedOnly || waits(s) || s.school === school);
  const open = (code: string | undefined) => code && navigate(`/rounds/${round}/review/${code}`);
  const nextOf = (from: string | undefined) => {
    const start = handedIn.findIndex((s) => s.school === from);
    return [...handedIn.slice(start + 1), ...handedIn.slice(0, Math.max(start, 0))].find(waits)?.school;
  };
  const first = listed[0]?.school;
  useEffect(() => {
    if (!school && first) navigate(`/rounds/${round}/review/${first}`, { replace: true });
  }, [school, first, round, navigate]);
  return (
    <Page
      title={`${completeness.data?.name ?? ''} · ${words.review.title}`}
      tools={(
        <>
          <Select
            aria-label={words.home.state} value={unreviewedOnly} onChange={setUnreviewedOnly} style={{ width: 120 }}
            options={[{ value: true, label: words.review.unreviewed }, { value: false, label: words.review.all }]}
          />
          <Select
            aria-label={words.results.school} showSearch={{ optionFilterProp: 'label' }} value={school} onChange={open} style={{ minWidth: 220 }} loading={completeness.isPending}
            options={listed.map((s) => ({ value: s.school, label: `${s.name}（${s.toConfirm > 0 ? words.review.toConfirm(s.toConfirm) : words.evaluationState[s.progress]}）` }))}
          />
          <Tag>{words.review.unreviewed} {handedIn.filter(waits).length}</Tag>
          <Button type="primary" disabled={!nextOf(school)} onClick={() => open(nextOf(school))}>{words.review.next}</Button>
        </>
      )}
    >
      {/* The school's own questions are asked beside the list's, not after it. */}
      {school
        ? <SchoolReview key={school} round={round} school={school} isRoundOpen={completeness.data?.state === 'open'} onNext={() => open(nextOf(school))} />
        : <Loaded of={[completeness]}>{() => handedIn.length === 0 && <Nothing title={words.review.none} hint={words.review.noneHint} />}</Loaded>}
    </Page>
  );
}
