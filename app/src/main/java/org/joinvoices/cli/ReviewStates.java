package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joinvoices.signing.SignatureState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --state}: how signatures stand that are meant. */
final class ReviewStates {

  private static final List<SignatureState> CHOICE =
      List.of(SignatureState.UNDER_REVIEW, SignatureState.CONFIRMED, SignatureState.PENDING);

  /** Those that a decision can find. */
  static final class Converter implements ITypeConverter<SignatureState> {
    @Override
    public SignatureState convert(String typed) {
      return CHOICE.stream()
          .filter(state -> state.word().equals(typed))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + typed + "' is none of under_review, confirmed, pending"));
    }
  }

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = Converter.class,
      description = "under_review (the default), confirmed or pending; several: any of them")
  private List<SignatureState> states = new ArrayList<>();

  Set<SignatureState> get() {
    return states.isEmpty() ? Set.of(SignatureState.UNDER_REVIEW) : Set.copyOf(states);
  }
}
