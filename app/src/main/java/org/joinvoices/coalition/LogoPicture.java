package org.joinvoices.coalition;

import com.google.crypto.tink.util.Bytes;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.joinvoices.platform.crypto.Sha256;

/**
 * A partner's logo as we serve it: painted anew, so that nothing of the file that somebody sent is
 * in it but what one sees; no words about a camera, no program behind the picture.
 *
 * @param png with its transparency
 * @param width in pixels, as is the next; at most what a page shows on a sharp screen
 */
public record LogoPicture(Bytes png, int width, int height) {

  /** Enough for a logo; photos are not wanted. */
  public static final int LARGEST_FILE = 1024 * 1024;

  /** Before it is read: a small file may be a picture as large as a house. */
  private static final long MOST_PIXELS = 16_000_000;

  private static final int WIDEST = 480;
  private static final int HIGHEST = 240;

  /** PNG and JPEG by what they are, whatever they are called; SVG is a program and never shown. */
  private static final List<String> KINDS = List.of("png", "jpeg");

  /** What came of reading a file. */
  public sealed interface Read {

    record Picture(LogoPicture picture) implements Read {}

    /** Neither PNG nor JPEG, or damaged. */
    record NoPicture() implements Read {}

    /** The file, or the picture in it. */
    record TooLarge() implements Read {}
  }

  /** Reads a file as it was uploaded. */
  public static Read read(byte[] file) {
    if (file.length > LARGEST_FILE) {
      return new Read.TooLarge();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? read(readers.next(), in) : new Read.NoPicture();
    } catch (IOException | RuntimeException damaged) {
      // The readers of the JDK throw whatever a damaged file leads them to.
      return new Read.NoPicture();
    }
  }

  private static Read read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return new Read.NoPicture();
      }
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        return new Read.TooLarge();
      }
      return new Read.Picture(painted(reader.read(0)));
    } finally {
      reader.dispose();
    }
  }

  private static LogoPicture painted(BufferedImage image) {
    double scale =
        Math.min(
            1, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var anew = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D paint = anew.createGraphics();
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    paint.drawImage(halved(image, width, height), 0, 0, width, height, null);
    paint.dispose();
    return new LogoPicture(Bytes.copyFrom(png(anew)), width, height);
  }

  /** By halves while it is more than twice as large: in one step thin lines would be lost. */
  private static BufferedImage halved(BufferedImage image, int width, int height) {
    BufferedImage now = image;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
      var half =
          new BufferedImage(now.getWidth() / 2, now.getHeight() / 2, BufferedImage.TYPE_INT_ARGB);
      Graphics2D paint = half.createGraphics();
      paint.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      paint.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), null);
      paint.dispose();
      now = half;
    }
    return now;
  }

  private static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** By which its address changes with it. */
  String sha256() {
    return Sha256.hex(png.toByteArray());
  }
}
