package org.joinvoices.platform.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.springframework.mock.web.MockHttpServletRequest;

class FormBodyProperties {

  @Property(tries = 300)
  void whatABrowserEncodesComesBack(
      @ForAll @Size(min = 1, max = 20) List<@From("typed") String> names,
      @ForAll @Size(20) List<@From("typed") String> values) {
    var pairs =
        names.stream().map(name -> Map.entry(name, values.get(names.indexOf(name)))).toList();
    String body =
        pairs.stream()
            .map(pair -> encode(pair.getKey(), UTF_8) + "=" + encode(pair.getValue(), UTF_8))
            .collect(joining("&"));

    assertThat(FormBody.fields(body))
        .isEqualTo(
            pairs.stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
  }

  @Property(tries = 300)
  void anyTextIsReadAsFieldsThatCanBeEncoded(@ForAll("broken") String body) {
    assertThat(FormBody.fields(body))
        .isNotEmpty()
        .allSatisfy(
            (name, values) -> {
              assertThat(UTF_8.newEncoder().canEncode(name)).isTrue();
              assertThat(values).isNotEmpty().allMatch(UTF_8.newEncoder()::canEncode);
            });
  }

  @Property(tries = 300)
  void anyBytesAreReadAsJsonOrAsNothing(@ForAll("objects") String json, @ForAll byte[] bytes)
      throws IOException {
    assertThat(FormBody.json(sent(json.getBytes(UTF_8)))).doesNotContainValue(null);
    assertThat(FormBody.json(sent(bytes))).doesNotContainValue(null);
  }

  private static MockHttpServletRequest sent(byte[] body) {
    var request = new MockHttpServletRequest();
    request.setContent(body);
    return request;
  }

  /** Whatever a browser can send: halves of surrogate pairs it replaces. */
  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .map(text -> new String(text.getBytes(UTF_8), UTF_8));
  }

  @Provide
  Arbitrary<String> broken() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("%&=+;09aAfFzZ\u0000\u00e9\ud800\udc00").ofMaxLength(60));
  }

  @Provide
  Arbitrary<String> objects() {
    return Arbitraries.of("{", "}", "[", "]", "\"lat\"", ":", ",", "null", "1e99999", "\"\\ud800\"")
        .list()
        .ofMaxSize(12)
        .map(parts -> "{" + String.join("", parts));
  }
}
