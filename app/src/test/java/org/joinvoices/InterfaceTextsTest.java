package org.joinvoices;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.joinvoices.platform.web.TextsCheck;
import org.joinvoices.signing.SignForm;
import org.junit.jupiter.api.Test;

/** Every interface text is there in each language, takes the same arguments, and is used. */
class InterfaceTextsTest {

  @Test
  void noTextIsMissingOrLeftOver() {
    var found = TextsCheck.run();

    assertThat(found.faults()).isEmpty();
    assertThat(found.texts()).isGreaterThan(1_000);
  }

  @Test
  void everyFaultOfTheFormHasAText() throws IOException {
    var texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/joinvoices/signing/web/texts_en.properties"))) {
      texts.load(reader);
    }

    assertThat(
            texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("fault."))
                .collect(toSet()))
        .isEqualTo(SignForm.MESSAGE_KEYS);
  }
}
