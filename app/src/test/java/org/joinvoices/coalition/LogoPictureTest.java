package org.joinvoices.coalition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoPictureTest {

  static byte[] picture(int width, int height, String format) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF8800);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static LogoPicture taken(byte[] file) {
    return switch (LogoPicture.read(file)) {
      case LogoPicture.Read.Picture(var picture) -> picture;
      case LogoPicture.Read other -> throw new AssertionError("not taken: " + other);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void isPaintedAnewAsPngNoLargerThanAPageShows(String format) throws IOException {
    LogoPicture logo = taken(picture(1920, 480, format));

    assertThat(logo.width()).isEqualTo(480);
    assertThat(logo.height()).isEqualTo(120);
    var painted = ImageIO.read(new ByteArrayInputStream(logo.png().toByteArray()));
    assertThat(painted.getWidth()).isEqualTo(480);
    assertThat(painted.getHeight()).isEqualTo(120);
  }

  @Test
  void keepsNothingThatOneDoesNotSee() throws IOException {
    byte[] png = picture(20, 10, "png");
    byte[] text = "tEXtComment\0secret-of-a-camera".getBytes(ISO_8859_1);
    var crc = new CRC32();
    crc.update(text);
    byte[] chunk =
        ByteBuffer.allocate(text.length + 8)
            .putInt(text.length - 4)
            .put(text)
            .putInt((int) crc.getValue())
            .array();
    byte[] file = new byte[png.length + chunk.length];
    System.arraycopy(png, 0, file, 0, 33); // signature and IHDR
    System.arraycopy(chunk, 0, file, 33, chunk.length);
    System.arraycopy(png, 33, file, 33 + chunk.length, png.length - 33);

    LogoPicture logo = taken(file);

    assertThat(logo.width()).isEqualTo(20);
    assertThat(new String(logo.png().toByteArray(), ISO_8859_1)).doesNotContain("secret", "tEXt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<?xml version=\"1.0\"?><svg/>",
        "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\0;",
        "%PDF-1.7",
        "\u0089PNG\r\n\u001a\nbroken"
      })
  void isNeitherAProgramNorAnotherKindOfFile(String file) {
    assertThat(LogoPicture.read(file.getBytes(UTF_8)))
        .isInstanceOf(LogoPicture.Read.NoPicture.class);
    assertThat(LogoPicture.read(file.getBytes(ISO_8859_1)))
        .isInstanceOf(LogoPicture.Read.NoPicture.class);
  }

  @Test
  void survivesEveryPictureThatIsCutShort() throws IOException {
    byte[] png = picture(40, 40, "png");
    for (int length = 0; length < png.length; length += 3) {
      assertThat(LogoPicture.read(Arrays.copyOf(png, length))).isNotNull();
    }
  }

  @Test
  void isNotReadAtAllWhereItClaimsToBeHuge() throws IOException {
    byte[] png = picture(10, 10, "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

    assertThat(LogoPicture.read(png)).isInstanceOf(LogoPicture.Read.TooLarge.class);
    assertThat(LogoPicture.read(new byte[LogoPicture.LARGEST_FILE + 1]))
        .isInstanceOf(LogoPicture.Read.TooLarge.class);
  }
}
