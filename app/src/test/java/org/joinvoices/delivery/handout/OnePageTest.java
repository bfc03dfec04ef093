package org.joinvoices.delivery.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joinvoices.delivery.PrintedPage;
import org.joinvoices.delivery.PrintedPage.Part;
import org.junit.jupiter.api.Test;

/** What is to be read on one page. */
class OnePageTest {

  @Test
  void becomesSmallerWhereThereIsMuchToSay() throws IOException {
    byte[] pdf = print(6, 4);

    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(text(pdf)).contains("Sample demand 6", "the last words");
  }

  @Test
  void goesOnOverThePageWhereItWouldBecomeTooSmallToRead() throws IOException {
    byte[] pdf = print(12, 20);

    assertThat(pages(pdf)).isGreaterThan(1);
    assertThat(text(pdf)).contains("Sample demand 12", "the last words");
  }

  @Test
  void isTheSameFileWheneverItSaysTheSame() {
    assertThat(print(2, 1)).isEqualTo(print(2, 1));
  }

  private static byte[] print(int demands, int answers) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Title("Sample title"));
    parts.add(new Part.Heading("What came back"));
    for (int number = 1; number <= demands; number++) {
      parts.add(
          new Part.Entry(
              String.valueOf(number),
              "Sample demand " + number + " with quite some words. ".repeat(12),
              Collections.nCopies(answers, "In part · Sample Official · a day")));
    }
    parts.add(new Part.Note("These are the last words."));
    return new OnePage()
        .print(new PrintedPage("en", "Sample", "Sample Office", Instant.EPOCH, parts));
  }

  private static int pages(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
