package io.ephemeral.feishu.test;

import java.io.IOException;
import java.util.Set;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionArgumentResolver;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.FormValidator;
import io.ephemeral.feishu.callback.around.CardActionAdvice;
import io.ephemeral.feishu.callback.around.CardActionInterceptor;
import io.ephemeral.feishu.callback.security.OperatorAuthentication;
import io.ephemeral.feishu.card.CardMessages;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Filter of the component scan in a {@link CardActionTest}.
 */
final class CardActionTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<CardActionTest> {

	private static final Set<Class<?>> TYPES = Set.of(CardActionAdvice.class, CardActionHandler.class,
			CardActionInterceptor.class, CardActionArgumentResolver.class, FormValidator.class, CardMessages.class,
			OperatorAuthentication.class);

	private static final Class<?>[] NO_HANDLERS = {};

	private final Set<Class<?>> handlers;

	CardActionTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		Class<?>[] chosen = getAnnotation().getValue("handlers", Class[].class).orElse(NO_HANDLERS);
		this.handlers = Set.of(chosen);
	}

	/** Part of the equality of filters, so that each set of handlers has its context. */
	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return this.handlers;
	}

	@Override
	protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		for (Class<?> type : TYPES) {
			if (isTypeOrAnnotated(reader, factory, type)) {
				return true;
			}
		}
		return super.defaultInclude(reader, factory) || (this.handlers.isEmpty()
				&& reader.getAnnotationMetadata().hasAnnotatedMethods(CardAction.class.getName()));
	}

}
