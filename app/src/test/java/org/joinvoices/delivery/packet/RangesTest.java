package org.joinvoices.delivery.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangesTest {

  @Test
  void writesNumbersAsPeopleDo() {
    assertThat(Ranges.of(IntStream.of())).isEmpty();
    assertThat(Ranges.of(IntStream.of(7))).isEqualTo("7");
    assertThat(Ranges.of(IntStream.of(1, 2, 3, 5, 7, 8))).isEqualTo("1 to 3, 5, 7 to 8");
  }
}
