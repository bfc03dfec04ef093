package org.joinvoices.districts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The form of a release on disk. */
class ReleaseTest {

  @Test
  void whatIsReadIsWrittenAgainByteForByte() throws IOException {
    assertThat(ReleaseWriter.packed(ReleaseReader.builtIn())).isEqualTo(builtIn());
  }

  @Test
  void theBuiltInReleaseStaysSmall() throws IOException {
    assertThat(builtIn().length).isLessThan(8_000_000);
  }

  @Test
  void theBuiltInReleaseSaysWhichMapsItDoesNotHave() {
    assertThat(ReleaseReader.builtIn().header().notes())
        .anyMatch(note -> note.contains("116th Congress"))
        .anyMatch(note -> note.contains("120th Congress"));
  }

  @Test
  void aReleaseCutShortIsNotTakenForAWholeOne() throws IOException {
    String text = unpacked();
    String cut = text.substring(0, text.lastIndexOf("44109"));

    assertThatIllegalStateException()
        .isThrownBy(() -> read(cut.substring(0, cut.lastIndexOf('\n') + 1)))
        .withMessage("the release is cut short");
  }

  @Test
  void aReleaseOfAnotherFormatIsRefused() throws IOException {
    String newer = unpacked().replaceFirst("release\t2", "release\t3");

    assertThatIllegalStateException()
        .isThrownBy(() -> read(newer))
        .withMessageStartingWith("not a release this server can read");
  }

  private static byte[] builtIn() throws IOException {
    try (var packed = ReleaseTest.class.getResourceAsStream("builtin.release.gz")) {
      return Objects.requireNonNull(packed).readAllBytes();
    }
  }

  private static String unpacked() throws IOException {
    try (var text = new GZIPInputStream(new ByteArrayInputStream(builtIn()))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Release read(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return ReleaseReader.read(() -> new ByteArrayInputStream(bytes.toByteArray()));
  }
}
