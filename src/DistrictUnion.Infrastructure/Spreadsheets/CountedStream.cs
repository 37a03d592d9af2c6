namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>What the parts of a package may unpack to, all together; sizes that a package declares are never believed.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    private long left = bytes;

    public void Take(int count)
    {
        left -= count;
        if (left < 0)
            throw new WorkbookRefusedException("workbook.tooLarge");
    }
}

/// <summary>Counts what is read and ends a stream that gives more than it may.</summary>
internal sealed class CountedStream(Stream inner, UnpackingBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        budget.Take(read);
        return read;
    }
}
