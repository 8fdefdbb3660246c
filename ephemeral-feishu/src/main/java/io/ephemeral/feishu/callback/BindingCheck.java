package io.ephemeral.feishu.callback;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.binding.BoundJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.AbstractDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.ContainerDeserializerBase;

/**
 * Search for components of a record or a class that can never be read from a form, such
 * as those whose type is an interface.
 */
final class BindingCheck {

	private final DeserializationContext context;

	private final Set<JavaType> seen = new HashSet<>();

	BindingCheck(DeserializationContext context) {
		this.context = context;
	}

	/**
	 * Looks for such a component.
	 * @return the component and its type, or null if there is none
	 */
	@Nullable String find(Class<?> type) {
		return BoundJson.canRead(type) ? find(this.context.constructType(type), "")
				: type.getName() + " is a Kotlin class, which needs tools.jackson.module:jackson-module-kotlin";
	}

	private @Nullable String find(JavaType type, String path) {
		try {
			return inspect(this.context.findRootValueDeserializer(type), type, path);
		}
		catch (JacksonException ex) {
			String component = findComponent(type, path);
			return (component != null) ? component : describe(type, path);
		}
	}

	/**
	 * Searches one component after the other, because Jackson refuses a record without
	 * naming the component.
	 */
	private @Nullable String findComponent(JavaType type, String path) {
		List<BoundComponent> components = this.seen.add(type) ? BoundComponent.of(type.getRawClass()) : List.of();
		return components.stream()
			.map((component) -> find(this.context.constructType(component.type()), join(path, component.name())))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private @Nullable String inspect(ValueDeserializer<?> deserializer, JavaType type, String path) {
		if (deserializer instanceof AbstractDeserializer) {
			return describe(type, path);
		}
		if (deserializer instanceof ContainerDeserializerBase<?> container) {
			ValueDeserializer<?> content = container.getContentDeserializer();
			return (content != null && type.getContentType() != null) ? inspect(content, type.getContentType(), path)
					: null;
		}
		if (type.isReferenceType()) {
			return find(type.getReferencedType(), path);
		}
		if (deserializer instanceof BeanDeserializerBase bean && this.seen.add(type)) {
			return bean.getValueInstantiator().canInstantiate() ? inspect(bean, path) : describe(type, path);
		}
		return null;
	}

	private @Nullable String inspect(BeanDeserializerBase bean, String path) {
		for (SettableBeanProperty property : (Iterable<SettableBeanProperty>) bean::properties) {
			String unreadable = (property.isIgnorable() || property.hasValueTypeDeserializer()) ? null
					: inspect(property.getValueDeserializer(), property.getType(), join(path, property.getName()));
			if (unreadable != null) {
				return unreadable;
			}
		}
		return null;
	}

	private static String join(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

	private static String describe(JavaType type, String path) {
		return path.isEmpty() ? type.toCanonical() : "its component '" + path + "' has the type " + type.toCanonical();
	}

}
