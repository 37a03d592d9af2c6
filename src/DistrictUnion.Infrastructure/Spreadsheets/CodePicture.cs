using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QRCoder;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>A picture to scan that leads to an address.</summary>
internal static class CodePicture
{
    private const int PixelsPerModule = 10;
    private const string PictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>28 mm, in 36,000ths of a millimetre.</summary>
    private const long Side = 28 * 36_000L;

    /// <summary>Puts the picture into the part and gives the run that shows it; whoever can't see it is told the address.</summary>
    /// <param name="part">Part of the document that shows it.</param>
    /// <param name="address">Address.</param>
    /// <param name="id">Number of the picture, unique in the document.</param>
    public static Run RunOf(OpenXmlPart part, string address, uint id)
    {
        var image = part switch
        {
            MainDocumentPart main => main.AddImagePart(ImagePartType.Png),
            HeaderPart header => header.AddImagePart(ImagePartType.Png),
            FooterPart footer => footer.AddImagePart(ImagePartType.Png),
            _ => throw new InvalidOperationException($"{part.GetType().Name} can't show a picture."),
        };
        using (var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M))
        using (var png = new PngByteQRCode(code))
        using (var bytes = new MemoryStream(png.GetGraphic(PixelsPerModule)))
            image.FeedData(bytes);
        return new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = Side, Cy = Side },
            new Wp.DocProperties { Id = id, Name = $"QR {id}", Description = address },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = id, Name = $"QR {id}" }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = part.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Side, Cy = Side }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            {
                Uri = PictureNamespace,
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        }));
    }
}
