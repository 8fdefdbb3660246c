package io.ephemeral.feishu.autoconfigure.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.ephemeral.feishu.event.MessageReceived;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Search for uses of {@link MessageReceived#locale()} in the classes of an application.
 * It reads the classes, but does not load them.
 */
final class LocaleUse {

	private static final String OWNER = Type.getInternalName(MessageReceived.class);

	private static final String METHOD = "locale";

	private final ResourcePatternResolver classes;

	LocaleUse(ResourcePatternResolver classes) {
		this.classes = classes;
	}

	/**
	 * Returns whether a class of a package or below uses the method.
	 */
	boolean isIn(String basePackage) {
		try {
			for (Resource file : this.classes.getResources(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
					+ ClassUtils.convertClassNameToResourcePath(basePackage) + "/**/*.class")) {
				if (isIn(file)) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isIn(Resource file) throws IOException {
		Visitor visitor = new Visitor();
		try (InputStream content = file.getInputStream()) {
			new ClassReader(content).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		}
		return visitor.found;
	}

	private static final class Visitor extends ClassVisitor {

		private boolean found;

		Visitor() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				@Override
				public void visitMethodInsn(int opcode, String owner, String method, String type, boolean ofInterface) {
					look(owner, method);
				}

				@Override
				public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
					for (Object argument : arguments) {
						if (argument instanceof Handle handle) {
							look(handle.getOwner(), handle.getName());
						}
					}
				}

			};
		}

		private void look(String owner, String method) {
			this.found |= owner.equals(OWNER) && method.equals(METHOD);
		}

	}

}
