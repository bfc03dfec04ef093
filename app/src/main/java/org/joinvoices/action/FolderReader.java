package org.joinvoices.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads a publishing folder to the end, whatever is wrong with it, and lists every fault. */
final class FolderReader {

  /** For whoever keeps the folder; neither published nor exported. */
  private static final String NOTES = "README.md";

  private static final String SUFFIX = ".md";

  private final SortedMap<String, String> files;
  private final List<Fault> faults = new ArrayList<>();
  private final FileFaults settingsFaults = faultsOf(ActionYaml.FILE);
  private final SortedMap<String, LanguageFile> languages = new TreeMap<>();

  FolderReader(ActionFolder folder) {
    files = folder.sorted();
  }

  /** What the folder says; empty if there are {@link #faults()}. */
  Optional<Draft> read() {
    if (!files.containsKey(ActionYaml.FILE)) {
      settingsFaults.at(1, "the file is missing", "Begin with an exported action, or with docs.");
      return Optional.empty();
    }
    openLanguages();
    String yaml = PlainText.clean(files.getOrDefault(ActionYaml.FILE, ""), settingsFaults);
    YamlKeys keys = YamlNode.parse(yaml, 0, settingsFaults);
    Draft draft = inOrder(draft(new ActionYaml(keys, writesToCongress())));
    checkLanguages(draft, keys);
    return faults.isEmpty() ? Optional.of(draft) : Optional.empty();
  }

  /** In the order of files and lines. */
  List<Fault> faults() {
    return faults.stream()
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .toList();
  }

  private void openLanguages() {
    files.forEach(
        (file, text) -> {
          Optional<String> language = language(file);
          if (language.isPresent()) {
            languages.put(language.get(), new LanguageFile(text, faultsOf(file)));
          } else if (!file.equals(ActionYaml.FILE) && !file.equals(NOTES)) {
            faultsOf(file)
                .at(1, "unknown file", "Languages are named en.md, es.md; move others away.");
          }
        });
  }

  private static Optional<String> language(String file) {
    return Optional.of(file)
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .flatMap(Forms::language);
  }

  private Draft draft(ActionYaml yaml) {
    String subject = yaml.subject();
    return yaml.read(
        languages.entrySet().stream()
            .map(entry -> entry.getValue().read(entry.getKey(), subject, writesToCongress()))
            .toList());
  }

  /** One message in one language is enough to ask for all of them. */
  private boolean writesToCongress() {
    return languages.isEmpty()
        || languages.values().stream().anyMatch(LanguageFile::writesToCongress);
  }

  /** The original language first, as letter versions keep their texts. */
  private static Draft inOrder(Draft draft) {
    Predicate<LetterText> isOriginal =
        text -> text.language().equals(draft.settings().originalLanguage());
    List<LetterText> texts = new ArrayList<>(draft.texts());
    texts.sort(Comparator.comparing(isOriginal::test).reversed());
    return new Draft(
        draft.slug(), draft.settings(), draft.opens(), draft.deadline(), draft.closes(), texts);
  }

  private void checkLanguages(Draft draft, YamlKeys keys) {
    checkPresent(draft.settings().originalLanguage(), keys.line("original_language"));
    checkPresent(draft.settings().defaultLanguage(), keys.line("default_language"));
    if (draft.texts().isEmpty()) {
      return;
    }
    LetterText original = draft.texts().getFirst();
    draft.texts().forEach(text -> checkDemands(text, original));
    LanguageFile first = languages.get(original.language());
    if (first != null) {
      languages.values().forEach(file -> file.compareSeats(first, original.language() + SUFFIX));
    }
  }

  private void checkDemands(LetterText text, LetterText original) {
    LanguageFile file = languages.get(text.language());
    if (file != null && text.demands().size() != original.demands().size()) {
      faultsOf(text.language() + SUFFIX)
          .at(
              file.demandsLine(),
              "%d demands, but %d in %s.md"
                  .formatted(text.demands().size(), original.demands().size(), original.language()),
              "Answers are recorded by number, so give every language the same demands.");
    }
  }

  private void checkPresent(String language, int line) {
    if (!language.isEmpty() && !languages.containsKey(language)) {
      settingsFaults.at(
          line, "there is no file " + language + SUFFIX, "Add it, or name another language.");
    }
  }

  private FileFaults faultsOf(String file) {
    return new FileFaults(file, faults);
  }
}
