using System.Buffers.Binary;
using System.Text;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Files part by part, so that a test decides every byte.</summary>
internal static class TestPictures
{
    /// <summary>What a camera wrote: a place, and that the picture lies on its side.</summary>
    public const string Place = "GPS 28.1234 121.1234";

    private static readonly byte[] Pixels = [0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD0, 0x33];

    /// <summary>A JPEG of 4 × 3 pixels with camera data, a comment, a table between two scans that looks like an end, and something behind its end.</summary>
    public static byte[] Jpeg(int width = 4, int height = 3) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8),
        .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place)]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)),
        .. Segment(0xDB, [0, 1, 2, 3]),
        .. Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        .. Segment(0xC4, [0xFF, 0xD9, 7]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        0xFF, 0xD9,
        .. "<script>behind the end</script>"u8,
    ];

    /// <summary>The same picture as it may be kept.</summary>
    public static byte[] CleanJpeg() =>
    [
        0xFF, 0xD8,
        .. Segment(0xE1, [.. "Exif\0\0MM\0*\0\0\0"u8, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
        .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8),
        .. Segment(0xDB, [0, 1, 2, 3]),
        .. Segment(0xC2, [8, 0, 3, 0, 4, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        .. Segment(0xC4, [0xFF, 0xD9, 7]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Pixels,
        0xFF, 0xD9,
    ];

    /// <summary>A PNG with an author.</summary>
    public static byte[] Png() => [.. Signature, .. Header, .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Author\0{Place}")), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []), .. "behind"u8];

    /// <summary>The same PNG as it may be kept.</summary>
    public static byte[] CleanPng() => [.. Signature, .. Header, .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

    /// <summary>A PDF by its beginning.</summary>
    public static byte[] Pdf(string content = "one") => Encoding.ASCII.GetBytes($"%PDF-1.7\n{content}\n%%EOF\n");

    private static byte[] Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static byte[] Header => Chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0]);

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content, 0xAA, 0xBB, 0xCC, 0xDD];
    }
}
