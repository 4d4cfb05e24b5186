"""Looks for what a project of Xcode refers to and does not have: objects, files, a build rule."""
import pathlib
import plistlib
import sys

folder = pathlib.Path(sys.argv[1])
with open(folder / "Demo.xcodeproj" / "project.pbxproj", "rb") as file:
    project = plistlib.load(file)
objects = project["objects"]


def identifiers(value):
    if isinstance(value, str):
        if value.startswith("57324E"):
            yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from identifiers(part)


missing = [name for thing in objects.values() for name in identifiers(thing) if name not in objects]
missing += [thing["path"] for thing in objects.values()
            if thing["isa"] == "PBXFileReference" and thing["sourceTree"] == "<group>"
            and not any((folder / place / thing["path"]).exists() for place in ("", "Demo"))]
print("missing:", *missing or ["nothing"])
for rule in objects.values():
    if rule["isa"] == "PBXBuildRule":
        print("rule:", rule["filePatterns"], *rule["outputFiles"], rule["script"].strip())
