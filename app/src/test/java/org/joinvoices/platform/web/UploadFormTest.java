package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What comes out of a form with files, whatever its bytes are. */
class UploadFormTest {

  private static final int LONGEST = 1 << 20;

  private static UploadForm read(String type, byte[] body) {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContentType(type);
    request.setContent(body);
    try {
      return UploadForm.read(request, LONGEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UploadForm read(String body) {
    return read("multipart/form-data; boundary=B", body.replace("\n", "\r\n").getBytes(UTF_8));
  }

  @Test
  void readsFieldsAndFiles() {
    var form =
        read(
            """
            --B
            Content-Disposition: form-data; name="who"

            A. Sampleña
            --B
            Content-Disposition: form-data; name="proof"; filename="a name=b.png"
            Content-Type: image/png

            one
            --Bnot
            two
            --B--
            """
                .replace("--Bnot", "--C"));

    assertThat(form.field("who")).isEqualTo("A. Sampleña");
    assertThat(form.field("nothing")).isEmpty();
    assertThat(new String(form.file("proof").orElseThrow(), UTF_8)).isEqualTo("one\r\n--C\r\ntwo");
    assertThat(form.isTooLong()).isFalse();
  }

  @Test
  void tellsAnEmptyFileFromNone() {
    String file =
        "--B\nContent-Disposition: form-data; name=\"proof\"; filename=\"%s\"\n\n\n--B--\n";

    assertThat(read(file.formatted("")).file("proof")).isEmpty();
    assertThat(read(file.formatted("x.png")).file("proof"))
        .hasValueSatisfying(content -> assertThat(content).isEmpty());
  }

  @Test
  void keepsFileBytesAsTheyAre() throws IOException {
    var body = new ByteArrayOutputStream();
    body.write(
        "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n"
            .getBytes(UTF_8));
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    body.write(all);
    body.write("\r\n--B--".getBytes(UTF_8));

    assertThat(read("multipart/form-data; boundary=\"B\"", body.toByteArray()).file("f"))
        .hasValueSatisfying(content -> assertThat(content).isEqualTo(all));
  }

  @Test
  void keepsWhatWasTypedWhereTheFileIsTooLong() throws IOException {
    var body = new ByteArrayOutputStream();
    body.write(
        ("--B\r\nContent-Disposition: form-data; name=\"who\"\r\n\r\nA. Sample\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"x\"\r\n\r\n")
            .getBytes(UTF_8));
    body.write(new byte[3 * LONGEST]);

    var form = read("multipart/form-data; boundary=B", body.toByteArray());

    assertThat(form.isTooLong()).isTrue();
    assertThat(form.field("who")).isEqualTo("A. Sample");
  }

  @Test
  void readsNothingOfWhatIsNoSuchForm() {
    assertThat(read("multipart/form-data", "--B".getBytes(UTF_8)).fields()).isEmpty();
    assertThat(read("multipart/form-data; boundary=", new byte[0]).fields()).isEmpty();
    assertThat(read("").fields()).isEmpty();
    assertThat(read("--B").fields()).isEmpty();
    assertThat(read("--B\nContent-Disposition: form-data; name=\"x\"").fields()).isEmpty();
    assertThat(read("--B\nContent-Disposition: form-data\n\nx\n--B--").fields()).isEmpty();
    assertThat(read("--B\nContent-Disposition: form-data; name=\"x\"\n\ncut off").field("x"))
        .isEqualTo("cut off");
  }

  @Property(tries = 300)
  void survivesAnything(@ForAll byte[] bytes, @ForAll String text) {
    read("multipart/form-data; boundary=B", bytes);
    read("multipart/form-data; boundary=" + text.replaceAll("[\\p{Cntrl}]", ""), bytes);
    read("multipart/form-data; boundary=B", ("--B\r\n" + text).getBytes(ISO_8859_1));
  }
}
