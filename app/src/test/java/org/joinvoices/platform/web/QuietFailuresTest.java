package org.joinvoices.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;

final class QuietFailuresTest {

  @Test
  void saysWhenToComeAgainWhileTheDatabaseIsAwayOrItsDiskIsFull() throws Exception {
    for (String state : new String[] {"08006", "53100", "57P01"}) {
      var answer = answerTo(new SQLException("away", state));
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  void knowsAConnectionThatBrokeOffByItsWantOfAState() throws Exception {
    assertThat(answerTo(new SQLException("Connection is closed")).getStatus()).isEqualTo(503);
  }

  @Test
  void callsAllElseAFailureOfOurs() throws Exception {
    assertThat(answerTo(new SQLException("syntax", "42601")).getStatus()).isEqualTo(500);
  }

  private static MockHttpServletResponse answerTo(SQLException failure) throws Exception {
    var response = new MockHttpServletResponse();
    new QuietFailures()
        .doFilter(
            new MockHttpServletRequest(),
            response,
            (request, same) -> {
              throw new TransactionSystemException("rolled back", failure);
            });
    return response;
  }
}
