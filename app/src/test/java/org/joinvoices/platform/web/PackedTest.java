package org.joinvoices.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

final class PackedTest {

  private static final byte[] PAGE = "<p>the same for everybody</p>\n".repeat(50).getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "x-gzip", "br,gzip"})
  void goesPackedToWhoeverCanUnpackIt(String accepted) throws IOException {
    var answer = answer(PAGE, accepted);

    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(body(answer)));
    assertThat(unpacked.readAllBytes()).isEqualTo(PAGE);
    assertThat(body(answer).length).isLessThan(PAGE.length);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "notgzip"})
  void goesPlainToEverybodyElseAndTellsCachesThatThereAreTwo(@Nullable String accepted) {
    var answer = answer(PAGE, accepted);

    assertThat(body(answer)).isEqualTo(PAGE);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isNull();
    assertThat(answer.getHeaders().getVary()).containsExactly(HttpHeaders.ACCEPT_ENCODING);
  }

  @Test
  void goesPlainWherePackingGainsNothing() {
    var answer = answer(new byte[] {1, 2, 3}, "gzip");

    assertThat(body(answer)).containsExactly(1, 2, 3);
    assertThat(answer.getHeaders().getVary()).isEmpty();
  }

  private static ResponseEntity<byte[]> answer(byte[] content, @Nullable String accepted) {
    var request = new MockHttpServletRequest();
    if (accepted != null) {
      request.addHeader(HttpHeaders.ACCEPT_ENCODING, accepted);
    }
    return Packed.of(content).end(ResponseEntity.ok(), request);
  }

  private static byte[] body(ResponseEntity<byte[]> answer) {
    return Objects.requireNonNull(answer.getBody());
  }
}
