import { Button, Result, Space } from 'antd';
import { Component, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../api/problem';
import { useWords } from './words';

/** One friendly page for what doesn't exist and for what isn't the caller's. */
export function MissingPage() {
  const words = useWords();
  const navigate = useNavigate();
  return (
    <Result
      status="info" title={<h1 style={{ fontSize: 22, margin: 0 }}>{words.errors.notFound}</h1>} subTitle={words.errors.notFoundHint}
      extra={<Button type="primary" onClick={() => navigate('/')}>{words.errors.home}</Button>}
    />
  );
}

/** A read that failed: what to do about it. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  if (error instanceof Problem && error.isNotFound) return <MissingPage />;
  const problem = error instanceof Problem ? error : null;
  return (
    <Result
      status="warning" title={<h1 style={{ fontSize: 22, margin: 0 }}>{words.errors.failed}</h1>}
      subTitle={<Space orientation="vertical"><span>{problem?.message ?? words.errors.brokenHint}</span>{problem?.traceId && <span>{words.errors.trace}: {problem.traceId}</span>}</Space>}
      extra={onRetry && <Button type="primary" onClick={onRetry}>{words.common.retry}</Button>}
    />
  );
}

function BrokenPage() {
  const words = useWords();
  return (
    <main>
      <Result
        status="error" title={<h1 style={{ fontSize: 22, margin: 0 }}>{words.errors.broken}</h1>} subTitle={words.errors.brokenHint}
        extra={<Button type="primary" onClick={() => location.reload()}>{words.errors.reload}</Button>}
      />
    </main>
  );
}

/** Catches what a page's own code broke. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
