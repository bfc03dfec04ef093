package org.joinvoices.e2e;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
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
    Privacy.assertTellsOfNobody("the logs", house(context).logs());
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
