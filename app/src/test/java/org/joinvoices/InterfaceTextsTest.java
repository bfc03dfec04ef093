package org.joinvoices;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joinvoices.signing.SignForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every interface text is there in each language, takes the same arguments, and is used. */
class InterfaceTextsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /** Keys put together from a field's name, the word of an enum, a code or a status. */
  private static final Pattern COMPOSED =
      Pattern.compile(
          "choose\\.(state|flag|source|from|before|region|zip3|found)(\\.(hint|fault|one))?|form\\.("
              + String.join("|", SignForm.FIELDS)
              + ")(\\.hint)?|(state|unmatched|fault|result|held|error|action\\.status|act|role|standing|shown|stopped|consent"
              + "|sheet|correct|(receipt|data|district|failed|delivered|already|review|going)_mail|link|invitation|refused|receipt\\.(title|lead|channel|told)|(confirm|receipt)\\.shown|form\\.display|find\\.(why|note)|book_mail\\.(subject|lead))\\..*");

  /** The same, of deliveries at the desk. */
  private static final Pattern OF_DELIVERIES =
      Pattern.compile(
          "(reason|advice|attempt|code|route|channel|do|ask|effect|done|urgency|deadline|todo|book|handed"
              + "|source|handover|work\\.done|pace|switches|events|flag|batches\\.standing|scope)\\..*");

  /** The desk speaks English only. */
  private static final Path DESK = RESOURCES.resolve("org/joinvoices/desk");

  static Stream<Path> translated() throws IOException {
    return bundles().filter(bundle -> !bundle.startsWith(DESK));
  }

  static Stream<Path> bundles() throws IOException {
    try (var files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.endsWith("texts_en.properties")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("translated")
  void spanishHasTheSameTextsWithTheSameArguments(Path english) throws IOException {
    Properties en = load(english);
    Properties es = load(english.resolveSibling("texts_es.properties"));

    assertThat(es.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    for (String key : en.stringPropertyNames()) {
      assertThat(places(es.getProperty(key))).as(key).isEqualTo(places(en.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextIsLeftOver(Path english) throws IOException {
    String source = source();
    Set<String> unused =
        load(english).stringPropertyNames().stream()
            .filter(key -> !COMPOSED.matcher(key).matches())
            .filter(key -> !OF_DELIVERIES.matcher(key).matches())
            .filter(key -> !source.contains('"' + key + '"'))
            .filter(
                key ->
                    !source.contains(
                        '"' + key.replaceFirst("\\.note$|\\.title$|\\.lead$|\\.only$", "") + '"'))
            .collect(toSet());

    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextTheSourceNamesIsThere() throws IOException {
    var known = new TreeSet<String>();
    for (Path bundle : bundles().toList()) {
      known.addAll(load(bundle).stringPropertyNames());
    }
    var named =
        Pattern.compile("words(?:\\(\\))?\\.get\\(\"([a-z0-9_.]+[a-z0-9_])\"[,)]")
            .matcher(source());

    assertThat(named.results().map(found -> found.group(1)).collect(toSet()))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void everyFaultOfTheFormHasAText() throws IOException {
    Path bundle = RESOURCES.resolve("org/joinvoices/signing/web/texts_en.properties");

    assertThat(
            load(bundle).stringPropertyNames().stream()
                .filter(key -> key.startsWith("fault."))
                .collect(toSet()))
        .isEqualTo(SignForm.MESSAGE_KEYS);
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).collect(toSet());
  }

  private static Properties load(Path file) throws IOException {
    var texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  private static String source() throws IOException {
    var all = new StringBuilder();
    for (String root : new String[] {"src/main/java", "src/main/jte"}) {
      try (var files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
