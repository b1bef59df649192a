#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// Something that reads bytes from outside and must survive any.
class Target {
public:
    virtual ~Target() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// Sound inputs, to be damaged.
    [[nodiscard]] virtual std::vector<std::string> seeds() const = 0;
    /// Reads `bytes`. What the reader may throw is caught here; anything else, and a broken rule (require), is a
    /// finding.
    virtual void run(const std::string& bytes) = 0;
    /// Bytes that make mutations meaningful: what the format's own words are.
    [[nodiscard]] virtual std::vector<std::string> words() const { return {}; }
    /// Makes checksums fit again after a mutation.
    virtual void repair(std::string&) const {}
};

/// Throws std::logic_error saying which rule is broken.
void require(bool holds, const char* rule);

/// A file of this name, rewritten for every input, for readers that want a path; removed at the end of the run.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& name);
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile();
    /// The path, which now holds `bytes`.
    const std::filesystem::path& fill(std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

using Targets = std::vector<std::unique_ptr<Target>>;

/// Those that read files, and those that need the program's knowledge.
[[nodiscard]] Targets file_targets();
[[nodiscard]] Targets language_targets();

}  // namespace fuzz
