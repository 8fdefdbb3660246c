package io.ephemeral.feishu.binding;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.introspect.PotentialCreator;

import org.springframework.core.KotlinDetector;

/**
 * Choice of the only constructor of a class that is neither a record nor of Kotlin, also
 * if it is not public. A constructor with one parameter is left to Jackson, because it
 * may take the whole value.
 */
final class OnlyConstructor extends NopAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public @Nullable PotentialCreator findPreferredCreator(MapperConfig<?> config, AnnotatedClass type,
			List<PotentialCreator> constructors, List<PotentialCreator> factories,
			Optional<PotentialCreator> withoutParameters) {
		Class<?> raw = type.getRawType();
		boolean only = constructors.size() == 1 && constructors.get(0).paramCount() > 1;
		return (only && !raw.isRecord() && !KotlinDetector.isKotlinType(raw) && BoundComponent.areIn(raw))
				? constructors.get(0) : null;
	}

}
