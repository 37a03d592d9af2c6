import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router';
import { getTagged } from '../../api/client';
import { MissingPage } from '../../shared/ErrorPages';
import { Loaded, Page } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { useScorecard } from '../results/queries';
import { useRoundScheme } from '../schemes/queries';
import { PaperRecord } from './PaperRecord';
import { ReviewSheet } from './ReviewSheet';
import { SelfEvaluationSheet } from './SelfEvaluationSheet';

const kinds = ['self-evaluation', 'review-sheet'] as const;
export type Kind = (typeof kinds)[number];

export const usePaper = (round: string, school: string, kind: Kind) => useQuery({
  queryKey: ['paper', round, school, kind],
  queryFn: ({ signal }) => getTagged(`GET /rounds/{round}/schools/{school}/papers/${kind}`, { path: { round, school }, signal }),
});

/** A paper to print, sign and seal; its scans, and where the original is kept. */
export default function PaperPage() {
  const { round = '', school = '', kind = '' } = useParams();
  return kinds.includes(kind as Kind) ? <Paper round={round} school={school} kind={kind as Kind} /> : <MissingPage />;
}

function Paper({ round, school, kind }: { round: string; school: string; kind: Kind }) {
  const words = useWords();
  const [paper, scheme, card] = [usePaper(round, school, kind), useRoundScheme(round), useScorecard(round, school)];
  const name = kind === 'self-evaluation' ? words.papers.selfEvaluation : words.papers.reviewSheet;
  return (
    <Loaded of={[paper, scheme, card]}>
      {() => {
        const { digest, schoolName } = paper.data!.body;
        return (
          <Page title={`${schoolName} · ${name}`} tools={digest && <Button type="primary" onClick={() => print()}>{words.common.print}</Button>}>
            <PaperRecord round={round} school={school} kind={kind} paper={paper.data!} />
            {digest ? (
              <article className="print-sheet paper">
                <h2>{scheme.data!.definition.name}{name}</h2>
                <p className="paper-head"><span>{words.papers.school}：{schoolName}</span><span>{words.papers.round}：{scheme.data!.round.name}</span><span>{words.papers.window}：{scheme.data!.round.window.from} — {scheme.data!.round.window.to}</span></p>
                {kind === 'self-evaluation'
                  ? <SelfEvaluationSheet round={round} school={school} definition={scheme.data!.definition} card={card.data!} />
                  : <ReviewSheet definition={scheme.data!.definition} card={card.data!} />}
                <p className="paper-foot">{words.papers.digest}：<span className="numeric">{digest}</span></p>
              </article>
            ) : <Alert type="info" showIcon title={words.papers.nothing} />}
          </Page>
        );
      }}
    </Loaded>
  );
}
