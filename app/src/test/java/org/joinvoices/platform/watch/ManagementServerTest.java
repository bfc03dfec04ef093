package org.joinvoices.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

  private boolean database = true;
  private boolean mail = true;
  private final ManagementServer server =
      new ManagementServer(
          new ManagementSettings("127.0.0.1", 0),
          List.of(
              new HealthPart("database", true, () -> database),
              new HealthPart("mail", false, this::lookAtMail)),
          () -> "sample_metric 1.0\n");

  ManagementServerTest() {
    server.start();
  }

  private boolean lookAtMail() {
    if (!mail) {
      throw new IllegalStateException("the queue does not answer");
    }
    return true;
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void answers200WhileVisitorsCanBeServedAnd503WhereTheyCannot() throws Exception {
    assertHealth(200, "{\"status\":\"up\",\"parts\":{\"database\":\"up\",\"mail\":\"up\"}}");
    mail = false;
    assertHealth(
        200, "{\"status\":\"degraded\",\"parts\":{\"database\":\"up\",\"mail\":\"degraded\"}}");
    database = false;
    assertHealth(
        503, "{\"status\":\"down\",\"parts\":{\"database\":\"down\",\"mail\":\"degraded\"}}");
  }

  @Test
  void givesMetricsAsTextAndKnowsNoOtherPathOrMethod() throws Exception {
    assertThat(ask("GET", "/metrics").body()).isEqualTo("sample_metric 1.0\n");
    assertThat(ask("HEAD", "/metrics").statusCode()).isEqualTo(200);
    assertThat(ask("POST", "/health").statusCode()).isEqualTo(405);
    for (String path : new String[] {"/", "/healthy", "/health/database", "/metrics/../x"}) {
      assertThat(ask("GET", path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void assertHealth(int status, String json) throws Exception {
    var answer = ask("GET", "/health");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(json);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(
          HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build(),
          BodyHandlers.ofString());
    }
  }
}
