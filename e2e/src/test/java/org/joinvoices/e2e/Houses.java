package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a class of stories its house: the one that all share, or with {@link Own} one that it may
 * stop, kill and wind forward. After each story the logs are read: no person of it may be in them.
 */
final class Houses implements ParameterResolver, AfterEachCallback {

  /** On a class whose house nobody else may use. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Own {}

  private static final Namespace NAMESPACE = Namespace.create(Houses.class);
  private static final Pattern TOKEN =
      Pattern.compile("/(confirm|thanks|r|data|desk/link|desk/invitation)/[A-Za-z0-9_-]{20,}");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Demo.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return house(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var logs = house(context).logs();
    assertThat(piecesIn(logs)).as("private words in the logs").isEmpty();
    assertThat(TOKEN.matcher(logs).results()).as("tokens in the logs").isEmpty();
  }

  private static List<String> piecesIn(String logs) {
    return Person.PRIVATE_WORDS.stream().filter(logs::contains).toList();
  }

  private static Demo house(ExtensionContext context) {
    var stories = context.getRequiredTestClass();
    // each under a key of its own, because a store looks into those above it too
    return stories.isAnnotationPresent(Own.class)
        ? house(classContext(context), stories)
        : house(context.getRoot(), Demo.class);
  }

  private static Demo house(ExtensionContext context, Class<?> key) {
    return store(context).computeIfAbsent(key, ignored -> Demo.start(), Demo.class);
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static ExtensionContext classContext(ExtensionContext context) {
    return context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
  }
}
