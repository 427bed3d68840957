package cn.gridcase.verification;

import cn.gridcase.config.ConfigFile;
import jakarta.enterprise.context.ApplicationScoped;

/** verification.yaml: who may verify, and why a result may fail. */
@ApplicationScoped
class VerificationFile extends ConfigFile<VerificationRules> {
  VerificationFile() {
    super("verification.yaml", VerificationRules.class);
  }
}
